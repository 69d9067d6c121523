package io.guidepost.release;

import io.guidepost.content.Reference;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release before it is made.
 *
 * @param entries what it does
 * @param contents what goes live, by the id of its publication
 * @param weak the references that do not bind, by the id of the document that holds them
 */
record Draft(List<Entry> entries, Map<String, ObjectNode> contents, Map<String, List<Reference>> weak) {}
