package dev.lockstep.persistence.sql.copy;

import dev.lockstep.domain.audit.ChainHead;

/**
 * What a copy has.
 *
 * @param rows the number of rows
 * @param events the end of the chain of events
 * @param records the end of the chain of records
 */
public record CopiedStore(long rows, ChainHead events, ChainHead records) {}
