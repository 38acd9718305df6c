package dev.lockstep.imports;

/** Receives the progress of an import. */
public interface ImportListener {
    /** Reports the number of processed rows. */
    void at(long done, long total);

    /** Something that the book's user must know. */
    void note(ImportNote note);
}
