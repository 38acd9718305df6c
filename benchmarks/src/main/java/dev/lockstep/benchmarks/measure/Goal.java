package dev.lockstep.benchmarks.measure;

/** What a figure is to be. */
public sealed interface Goal {
    /** Whether the figure is what it is to be. */
    boolean met(double figure);

    /** The figure is to be this or more. */
    record AtLeast(double bound) implements Goal {
        @Override
        public boolean met(double figure) {
            return figure >= bound;
        }

        @Override
        public String toString() {
            return ">= " + bound;
        }
    }

    /** The figure is to be this or less. */
    record AtMost(double bound) implements Goal {
        @Override
        public boolean met(double figure) {
            return figure <= bound;
        }

        @Override
        public String toString() {
            return "<= " + bound;
        }
    }

    /** The figure is written down, whatever it is. */
    record Told() implements Goal {
        @Override
        public boolean met(double figure) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
