package io.guidepost.checks;

import tools.jackson.databind.node.ObjectNode;

/**
 * A document as the site would show it beside the one that is checked.
 *
 * @param id the document's id
 * @param type its document type's name
 * @param slug its slug
 * @param title its title
 * @param content what it says
 */
public record Neighbour(String id, String type, String slug, String title, ObjectNode content) {}
