package dev.lockstep.benchmarks.growth;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.persistence.sqlite.SqliteStore;

/**
 * Repeats one read of one database; the unit of its speed is an order that is found or checked.
 *
 * @param reads number of reads in a round
 */
record GrownReader(GrownRead read, SqliteStore store, GrownBook book, int reads)
        implements Contestant {
    @Override
    public String name() {
        return name(read, book.orders());
    }

    /** Returns the name of the contestant for a read and a number of orders. */
    static String name(GrownRead read, int orders) {
        return read.label() + ", " + orders + " orders";
    }

    @Override
    public Score run() {
        long[] calls = new long[reads];
        long began = System.nanoTime();
        for (int nth = 0; nth < reads; nth++) {
            long asked = System.nanoTime();
            read.read(store, book);
            calls[nth] = System.nanoTime() - asked;
        }
        return Score.of((long) reads * read.orders(book), System.nanoTime() - began, calls);
    }
}
