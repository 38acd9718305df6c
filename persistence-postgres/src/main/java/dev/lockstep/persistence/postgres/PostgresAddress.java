package dev.lockstep.persistence.postgres;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the orders are: {@code postgresql://USER@HOST:PORT/DATABASE}, with further hosts after
 * commas, of which the primary is used, and with the options {@code schema}, {@code sslmode} and
 * {@code sslrootcert}.
 *
 * @param user the user
 * @param hosts the servers, at least one
 * @param database the database
 * @param schema the schema with our tables; created if absent
 * @param tls how connections are encrypted
 * @param rootCertificate a file with the certificate that the server's is signed by; null for the
 *     driver's own place
 */
public record PostgresAddress(
        String user,
        List<PostgresHost> hosts,
        String database,
        String schema,
        Tls tls,
        @Nullable String rootCertificate) {
    /** The schema of an address that names none. */
    public static final String DEFAULT_SCHEMA = "lockstep";

    private static final String FORM =
            "postgresql://USER@HOST:PORT/DATABASE, as in postgresql://lockstep@db1:5432/trading";
    private static final Pattern TEXT =
            Pattern.compile("postgres(?:ql)?://([^@/?#]*)@([^/?#@]+)/([^/?#]+)(?:\\?(.*))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final int MAX_HOSTS = 16;

    public PostgresAddress {
        requireName("store.user", user);
        requireName("store.database", database);
        if (!SCHEMA.matcher(schema).matches()) {
            throw new InvalidValueException(
                    "store.schema",
                    schema,
                    "1 to 63 lower-case letters, digits and _, beginning with a letter");
        }
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty() || hosts.size() > MAX_HOSTS) {
            throw new InvalidValueException(
                    "store.hosts", hosts.size(), "1 to " + MAX_HOSTS + " hosts");
        }
    }

    /**
     * Returns the address of its text.
     *
     * @throws InvalidValueException if it is not an address, or has a password, which belongs
     *     elsewhere
     */
    public static PostgresAddress parsed(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new InvalidValueException("store", withoutPassword(text), FORM);
        }
        String user = parts.group(1);
        if (user.contains(":")) {
            throw new InvalidValueException(
                    "store", withoutPassword(text), "an address without a password");
        }
        List<PostgresHost> hosts =
                Arrays.stream(parts.group(2).split(",", -1)).map(PostgresHost::parsed).toList();
        Map<String, String> options = options(parts.group(4));
        String schema = options.remove("schema");
        String sslMode = options.remove("sslmode");
        String certificate = options.remove("sslrootcert");
        if (!options.isEmpty()) {
            throw new InvalidValueException(
                    "store", options.keySet(), "the options schema, sslmode and sslrootcert");
        }
        return new PostgresAddress(
                user,
                hosts,
                parts.group(3),
                schema == null ? DEFAULT_SCHEMA : schema,
                sslMode == null ? Tls.byDefault(hosts) : Tls.parsed(sslMode),
                certificate);
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return options;
        }
        for (String option : query.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw new InvalidValueException("store", option, "an option as NAME=VALUE");
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }

    private static void requireName(String field, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new InvalidValueException(
                    field, value, "1 to 63 letters, digits, _ and -, not beginning with a digit");
        }
    }

    /** Returns a text that may be meant as an address, with asterisks for a password in it. */
    public static String withoutPassword(String text) {
        return text.replaceFirst("(?<=://)([^@/:]*):.*@", "$1:***@");
    }

    /**
     * Returns whether both are the same database and schema: they have a server in common, so that
     * one may be added or leave. The user and the encryption may differ.
     */
    public boolean isSameStoreAs(PostgresAddress other) {
        return database.equals(other.database)
                && schema.equals(other.schema)
                && hosts.stream().anyMatch(host -> other.hosts.stream().anyMatch(host::isSameAs));
    }

    /** Returns the text that {@link #parsed} reads as this address. */
    @Override
    public String toString() {
        String servers =
                hosts.stream().map(PostgresHost::toString).collect(Collectors.joining(","));
        return "postgresql://"
                + user
                + "@"
                + servers
                + "/"
                + database
                + "?schema="
                + schema
                + (tls == Tls.byDefault(hosts) ? "" : "&sslmode=" + tls.mode())
                + (rootCertificate == null ? "" : "&sslrootcert=" + rootCertificate);
    }

    /** How connections are encrypted, by the names of PostgreSQL's {@code sslmode}. */
    public enum Tls {
        /** Not at all. */
        DISABLE,
        /** Encrypted; the server is not verified. */
        REQUIRE,
        /** Encrypted, and the server's certificate is of the host and of a known authority. */
        VERIFY_FULL;

        /** Returns the name that the driver knows. */
        public String mode() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Tls parsed(String text) {
            return Arrays.stream(values())
                    .filter(tls -> tls.mode().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidValueException(
                                    "store.sslmode", text, "disable, require or verify-full"));
        }

        /** Returns full verification, and no encryption on this machine. */
        static Tls byDefault(List<PostgresHost> hosts) {
            return hosts.stream().allMatch(PostgresHost::loopback) ? DISABLE : VERIFY_FULL;
        }
    }
}
