package dev.lockstep.persistence.sql.connection;

import org.jooq.Query;

/** A query with many variants; forms with the same SQL are equal. */
public interface QueryForm {
    /** Returns the query, a new one with each call. */
    Query query();
}
