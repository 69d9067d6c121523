package io.guidepost.checks;

import tools.jackson.databind.node.ObjectNode;

/**
 * A document as the site would show it beside the one that is checked.
 *
 * @param id the document's id
 * @param type its document type's name
 * @param slug its slug
 * @param title its title
 * @param state names what it says: a document of the same state says the same
 * @param content what it says
 */
public record Neighbour(String id, String type, String slug, String title, String state, ObjectNode content) {}
