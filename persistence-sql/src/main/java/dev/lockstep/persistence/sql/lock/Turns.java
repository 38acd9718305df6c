package dev.lockstep.persistence.sql.lock;

/** Gives the processes that write to one database their turns. For one thread, the writer's. */
public interface Turns extends AutoCloseable {
    /** No turns: the database's own lock lets writers in, in the order in which they came. */
    Turns NONE =
            new Turns() {
                @Override
                public void during(Runnable work) {
                    work.run();
                }

                @Override
                public void close() {}
            };

    /** Runs the work in this process's turn, or without one if it does not come in time. */
    void during(Runnable work);

    @Override
    void close();
}
