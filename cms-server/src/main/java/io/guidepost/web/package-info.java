/** What every HTTP edge shares: problem details, version guards, and the bound on what a request may send. */
@NullMarked
package io.guidepost.web;

import org.jspecify.annotations.NullMarked;
