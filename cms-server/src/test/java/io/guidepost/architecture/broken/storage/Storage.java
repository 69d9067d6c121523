package io.guidepost.architecture.broken.storage;

/** What the broken package uses. */
public class Storage {}
