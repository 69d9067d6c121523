package io.guidepost.index;

import java.util.Map;

/**
 * What a comparison of an index with the live site has found.
 *
 * @param release the release that it agrees with by now
 * @param entries how many entries it holds by now
 * @param missing how many entries it lacked
 * @param outdated how many were not as they are on the site
 * @param surplus how many it held that are not on the site
 * @param repaired how many entries were written or removed after that
 * @param unfit why the engine does not take entries, by id
 */
record Checked(int release, int entries, int missing, int outdated, int surplus, int repaired,
        Map<String, String> unfit) {

    boolean isRight() {
        return missing + outdated + surplus == 0;
    }
}
