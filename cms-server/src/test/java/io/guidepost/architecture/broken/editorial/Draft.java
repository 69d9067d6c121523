package io.guidepost.architecture.broken.editorial;

/** What only previews may show. */
public class Draft {}
