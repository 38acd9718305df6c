package dev.lockstep.app.gateway;

import dev.lockstep.app.config.GatewaySettings;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.runtime.BoundedStop;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.tls.ServerCertificate;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.http.GatewayConfig;
import dev.lockstep.gateway.alpaca.http.GatewayServer;
import dev.lockstep.gateway.alpaca.http.PortTakenException;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The gateway in front of a platform. */
public final class GatewayService implements AutoCloseable {
    private final StartGate gate;
    private final ExecutorService alerts;
    private final GatewayServer server;

    private GatewayService(StartGate gate, ExecutorService alerts, GatewayServer server) {
        this.gate = gate;
        this.alerts = alerts;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param certificate the certificate, empty to serve without TLS
     * @throws CommandEnd if the port is taken
     */
    public static GatewayService start(
            GatewaySettings settings,
            TradingPlatform platform,
            ProcessEnvironment processEnvironment,
            Optional<ServerCertificate> certificate) {
        StartGate gate =
                new StartGate(
                        platform.recovery(),
                        processEnvironment.pause(),
                        Threads.named("gateway-start-"));
        ExecutorService alerts = Threads.background();
        try {
            return new GatewayService(
                    gate,
                    alerts,
                    new GatewayServer(
                            new GatewayConfig(
                                    settings.listen(),
                                    settings.port(),
                                    certificate.map(ServerCertificate::listener)),
                            new Gateway(ports(platform, processEnvironment, gate, alerts)),
                            platform.display().venueStreams(),
                            platform.storeUseCases().feedWaits(),
                            processEnvironment.pause()::of,
                            Threads.named("gateway-streams-"),
                            processEnvironment.random()));
        } catch (PortTakenException taken) {
            gate.close();
            alerts.shutdown();
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(taken.getMessage()), taken);
        }
    }

    /** Returns the address for bots on this machine. */
    public String address() {
        return server.address();
    }

    @Override
    public void close() {
        gate.close();
        boolean _ = BoundedStop.of("the gateway", server::close, BoundedStop.MAX_STOP);
        alerts.close();
    }

    private static GatewayPorts ports(
            TradingPlatform platform,
            ProcessEnvironment processEnvironment,
            StartGate gate,
            Executor alerts) {
        return new GatewayPorts(
                platform.storeUseCases().manageKeys(),
                platform.repository(),
                platform.storeUseCases().feed(),
                platform.storeUseCases().fills(),
                platform.submitOrder(),
                platform.replaceOrder(),
                platform.cancelAll(),
                platform.closePosition(),
                platform.brokerUseCases().holdingsByStrategy(),
                platform.broker(),
                platform.display().venueReads(),
                platform.brokerUseCases().loopParts().ids(),
                processEnvironment.clock(),
                alerts,
                gate::reason);
    }
}
