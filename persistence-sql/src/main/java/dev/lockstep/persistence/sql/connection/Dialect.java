package dev.lockstep.persistence.sql.connection;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Renders queries for one kind of database; constant ones once for all sessions. Thread-safe. */
public final class Dialect {
    private final DSLContext context;
    private final Map<Query, String> constants =
            Collections.synchronizedMap(new IdentityHashMap<>());

    /** Creates the renderer of a kind of database. */
    public Dialect(SQLDialect kind) {
        this.context = DSL.using(kind);
    }

    /** Returns the SQL of a query that lives as long as the program. */
    String constant(Query query) {
        String known = constants.get(query);
        if (known != null) {
            return known;
        }
        String sql = rendered(query);
        constants.put(query, sql);
        return sql;
    }

    /** Returns the SQL of a query. */
    String rendered(Query query) {
        return context.render(query);
    }
}
