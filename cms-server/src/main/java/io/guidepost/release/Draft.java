package io.guidepost.release;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release before it is made.
 *
 * @param entries what it does
 * @param contents what goes live, by the id of its publication
 */
record Draft(List<Entry> entries, Map<String, ObjectNode> contents) {}
