package io.guidepost.architecture.broken.content;

import io.guidepost.architecture.broken.storage.Storage;

/** Uses what its package may not use. */
class Reader {

    final Storage storage = new Storage();
}
