package dev.lockstep.persistence.postgres;

import dev.lockstep.persistence.postgres.backup.DumpSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What PostgreSQL's own programs are given instead of arguments: the variables of libpq. */
final class DumpEnvironment {
    private static final String DUMP = "pg_dump";
    private static final String RESTORE = "pg_restore";
    private static final String CONNECT_SECONDS = "10";

    private DumpEnvironment() {}

    static DumpSettings of(PostgresConfig config) {
        return new DumpSettings(
                variables(config), config.address().schema(), config.lockDeadline(), DUMP, RESTORE);
    }

    private static Map<String, String> variables(PostgresConfig config) {
        PostgresAddress address = config.address();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGHOST", joined(address.hosts(), PostgresHost::name));
        variables.put("PGPORT", joined(address.hosts(), host -> Integer.toString(host.port())));
        variables.put("PGUSER", address.user());
        variables.put("PGDATABASE", address.database());
        variables.put("PGSSLMODE", address.tls().mode());
        variables.put("PGTARGETSESSIONATTRS", "read-write");
        variables.put("PGCONNECT_TIMEOUT", CONNECT_SECONDS);
        variables.put("PGAPPNAME", "lockstep backup");
        String certificate = address.rootCertificate();
        if (certificate != null) {
            variables.put("PGSSLROOTCERT", certificate);
        }
        if (config.password().present()) {
            variables.put("PGPASSWORD", config.password().revealed());
        }
        return variables;
    }

    private static String joined(List<PostgresHost> hosts, Function<PostgresHost, String> part) {
        return hosts.stream().map(part).collect(Collectors.joining(","));
    }
}
