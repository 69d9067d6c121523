package io.guidepost.seeding;

import tools.jackson.databind.node.ObjectNode;

/**
 * A document as a seed file holds it.
 *
 * @param type the document type
 * @param id the document's id
 * @param content what the document says
 */
record SeedDocument(String type, String id, ObjectNode content) {}
