package dev.lockstep.architecture;

/** The packages of this repository's parts. */
final class Parts {
    static final String BASE = "dev.lockstep";
    static final String APP = BASE + ".app";
    static final String STORE = BASE + ".persistence.sqlite";
    static final String POSTGRES = BASE + ".persistence.postgres";
    static final String SQL = BASE + ".persistence.sql";
    static final String BROKER = BASE + ".broker.alpaca";
    static final String SIMULATION = BASE + ".simulation";
    static final String GATEWAY = BASE + ".gateway.alpaca";
    static final String IMPORT = BASE + ".imports";
    static final String CHANNELS = BASE + ".notifications";
    static final String HISTORY = BASE + ".history";
    static final String EXCHANGE = BASE + ".simulator";
    static final String SERVERS = BASE + ".alpaca";

    private Parts() {}
}
