package dev.lockstep.architecture;

import java.util.List;
import java.util.Set;

/** The adapters of this repository, each with the classes that the app may use. */
final class Adapters {
    static final List<Adapter> ALL =
            List.of(
                    new Adapter(
                            Parts.STORE,
                            Adapter.Kind.STORE,
                            Set.of(
                                    // The creator of the injector closes it.
                                    Parts.STORE + ".SqliteStore",
                                    // The driver's library, for the whole process.
                                    Parts.STORE + ".connection.NativeLibrary")),
                    new Adapter(
                            Parts.POSTGRES,
                            Adapter.Kind.STORE,
                            Set.of(
                                    Parts.POSTGRES + ".PostgresStore",
                                    // Types of its configuration.
                                    Parts.POSTGRES + ".PostgresAddress",
                                    Parts.POSTGRES + ".PostgresHost",
                                    Parts.POSTGRES + ".StorePassword")),
                    // What the stores share, an adapter like them.
                    new Adapter(
                            Parts.SQL,
                            Adapter.Kind.STORE,
                            Set.of(
                                    // The creator of the injector closes it.
                                    Parts.SQL + ".OrderStore",
                                    // Copies of whole stores.
                                    Parts.SQL + ".copy.BackupFormat",
                                    Parts.SQL + ".copy.CopiedStore",
                                    Parts.SQL + ".copy.OnlineCopy")),
                    new Adapter(
                            Parts.IMPORT,
                            Adapter.Kind.STORE,
                            Set.of(
                                    Parts.IMPORT + ".ImportOrders",
                                    Parts.IMPORT + ".ImportListener",
                                    Parts.IMPORT + ".ImportSummary",
                                    Parts.IMPORT + ".ImportNote",
                                    Parts.IMPORT + ".ImportedOrder",
                                    // The book of another platform, to be implemented.
                                    Parts.IMPORT + ".LegacyBooks",
                                    Parts.IMPORT + ".LegacyBook",
                                    Parts.IMPORT + ".LegacyContents",
                                    Parts.IMPORT + ".LegacyAccount",
                                    Parts.IMPORT + ".LegacyRow",
                                    Parts.IMPORT + ".LegacyOrder",
                                    // BA2's.
                                    Parts.IMPORT + ".ba2.Ba2Books",
                                    Parts.IMPORT + ".ba2.Ba2File")),
                    new Adapter(
                            Parts.BROKER,
                            Adapter.Kind.NETWORK,
                            // No entry point at all: only its own package uses it.
                            Set.of(
                                    // For a user without an injector.
                                    Parts.BROKER + ".Alpaca",
                                    // Types of its configuration.
                                    Parts.BROKER + ".ApiSecret",
                                    Parts.BROKER + ".connection.TimeOuts",
                                    // Access to an exchange in this process.
                                    Parts.BROKER + ".connection.InProcessLink",
                                    Parts.BROKER + ".connection.FrameSource",
                                    Parts.BROKER + ".resilience.Sleeper",
                                    Parts.BROKER + ".resilience.RetrySchedule",
                                    Parts.BROKER + ".resilience.BreakerRule",
                                    Parts.BROKER + ".wire.WireError")),
                    new Adapter(
                            Parts.GATEWAY,
                            Adapter.Kind.NETWORK,
                            Set.of(
                                    Parts.GATEWAY + ".Gateway",
                                    Parts.GATEWAY + ".port.GatewayPorts",
                                    Parts.GATEWAY + ".http.GatewayServer",
                                    Parts.GATEWAY + ".http.PortTakenException",
                                    // Requests without a web server.
                                    Parts.GATEWAY + ".request.GatewayRequest",
                                    Parts.GATEWAY + ".request.GatewayAnswer",
                                    // Streams of market data without a web server.
                                    Parts.GATEWAY + ".data.DataFeeds",
                                    Parts.GATEWAY + ".data.BotDataStream",
                                    Parts.GATEWAY + ".data.DataFrame",
                                    Parts.GATEWAY + ".data.MarketFeed")),
                    new Adapter(
                            Parts.CHANNELS,
                            Adapter.Kind.NETWORK,
                            Set.of(
                                    Parts.CHANNELS + ".NotificationChannels",
                                    // Types of its configuration.
                                    Parts.CHANNELS + ".config.ChannelSecret",
                                    Parts.CHANNELS + ".config.SecretUrl")),
                    new Adapter(
                            Parts.HISTORY,
                            Adapter.Kind.NETWORK,
                            Set.of(
                                    Parts.HISTORY + ".HistoryClients",
                                    Parts.HISTORY + ".ClientPace",
                                    Parts.HISTORY + ".connection.RestPlatform",
                                    Parts.HISTORY + ".ClientRequest",
                                    Parts.HISTORY + ".ClientReply",
                                    Parts.HISTORY + ".Invocation",
                                    Parts.HISTORY + ".Waiting",
                                    Parts.HISTORY + ".EndReader",
                                    Parts.HISTORY + ".SeenOrder",
                                    Parts.HISTORY + ".LedgerLine",
                                    Parts.HISTORY + ".SubmittedTerms",
                                    Parts.HISTORY + ".History",
                                    Parts.HISTORY + ".HistoryCheck",
                                    Parts.HISTORY + ".HistoryFile",
                                    Parts.HISTORY + ".HistoryRule",
                                    Parts.HISTORY + ".Breach")),
                    new Adapter(
                            Parts.EXCHANGE,
                            Adapter.Kind.NETWORK,
                            Set.of(
                                    Parts.EXCHANGE + ".Simulator",
                                    Parts.EXCHANGE + ".InProcessExchange",
                                    // Its requests, responses and faults.
                                    Parts.EXCHANGE + ".server.request.WireRequest",
                                    Parts.EXCHANGE + ".server.Dispatcher",
                                    Parts.EXCHANGE + ".exchange.market.Disturbance",
                                    Parts.EXCHANGE + ".exchange.CorporateActions",
                                    Parts.EXCHANGE + ".exchange.model.Asset",
                                    Parts.EXCHANGE + ".ApiKey",
                                    // Time and records of a backtest.
                                    Parts.EXCHANGE + ".ExchangeSteps",
                                    Parts.EXCHANGE + ".AccountRecords",
                                    Parts.EXCHANGE + ".ExchangeLedger",
                                    Parts.EXCHANGE + ".exchange.ledger.LedgerEntry",
                                    Parts.EXCHANGE + ".LedgerOrder",
                                    Parts.EXCHANGE + ".FaultPlans",
                                    Parts.EXCHANGE + ".BarFiles",
                                    Parts.EXCHANGE + ".faults.FaultPlan",
                                    Parts.EXCHANGE + ".connection.RunningSimulator",
                                    // Trading hours and prices of a market.
                                    Parts.EXCHANGE + ".exchange.hours.AlwaysOpen",
                                    Parts.EXCHANGE + ".exchange.hours.RealHours",
                                    Parts.EXCHANGE + ".exchange.model.Bars",
                                    // Reasons why a ledger cannot be opened.
                                    Parts.EXCHANGE + ".ledger.BrokenLedgerException",
                                    Parts.EXCHANGE + ".ledger.LedgerLockedException")));

    private Adapters() {}
}
