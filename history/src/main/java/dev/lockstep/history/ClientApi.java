package dev.lockstep.history;

/** What clients use of one process. Thread-safe. */
public interface ClientApi {
    /** Makes the request, and waits for a bounded time for its reply. */
    ClientReply reply(ClientRequest request) throws InterruptedException;

    /** Reads one order by its id. */
    ClientReply order(String id) throws InterruptedException;
}
