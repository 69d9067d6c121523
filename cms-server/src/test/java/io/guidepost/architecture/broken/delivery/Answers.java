package io.guidepost.architecture.broken.delivery;

import io.guidepost.architecture.broken.editorial.Draft;

/** Shows what its package may not show. */
class Answers {

    final Draft draft = new Draft();
}
