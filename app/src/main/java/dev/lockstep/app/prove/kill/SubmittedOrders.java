package dev.lockstep.app.prove.kill;

/** Numbers the orders of a run. Not thread-safe. */
final class SubmittedOrders {
    private SubmittedOrder last = new SubmittedOrder(1, true);

    /** Returns a new order; every other one waits in the market. */
    SubmittedOrder next() {
        int number = last.number() + 1;
        last = new SubmittedOrder(number, number % 2 == 0);
        return last;
    }

    SubmittedOrder last() {
        return last;
    }
}
