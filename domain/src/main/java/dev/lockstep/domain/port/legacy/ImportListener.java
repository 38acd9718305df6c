package dev.lockstep.domain.port.legacy;

import dev.lockstep.domain.legacy.ImportNote;

/** Is told how an import goes. */
public interface ImportListener {
    /** So many rows of all are done. */
    void at(long done, long total);

    /** Something that the book's user must know. */
    void note(ImportNote note);
}
