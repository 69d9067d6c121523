package io.guidepost.editorial;

import io.guidepost.security.Actor;

/**
 * A document was put into the trash along with one that it needs.
 *
 * @param actor by whom
 * @param document its id
 */
record DocumentTakenAlong(Actor actor, DocumentId document) {}
