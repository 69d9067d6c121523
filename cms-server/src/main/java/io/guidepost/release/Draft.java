package io.guidepost.release;

import io.guidepost.content.Reference;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release before it is made.
 *
 * @param entries what it does
 * @param takenAlong which of the entries nobody asked for by name: referrers that are withdrawn with what they refer to
 * @param contents what goes live, by the id of its publication
 * @param references what goes live refers to, by the id of the document
 * @param problems what is wrong with the documents themselves, whatever else is live
 */
record Draft(List<Entry> entries, List<Entry> takenAlong, Map<String, ObjectNode> contents,
        Map<String, List<Reference>> references, List<ReleaseProblem> problems) {}
