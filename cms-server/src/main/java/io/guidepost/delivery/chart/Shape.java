package io.guidepost.delivery.chart;

/** A part of a drawing, in units from its left upper corner. */
sealed interface Shape {

    /**
     * A line of text.
     *
     * @param x where it begins on the left, or where it ends on the right
     * @param y where its letters stand
     * @param end whether {@code x} is its right end
     */
    record Line(String text, double x, double y, TextStyle style, boolean end) implements Shape {

        /** Whether it is read from right to left, as its first letter is. */
        boolean isRightToLeft() {
            return text.codePoints().map(Character::getDirectionality).filter(
                    direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRightToLeft(direction))
                    .mapToObj(Line::isRightToLeft).findFirst().orElse(false);
        }

        private static boolean isRightToLeft(int direction) {
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
    }

    /** A rectangle with round corners. */
    record Box(double x, double y, double width, double height, double radius, Paint paint) implements Shape {}
}
