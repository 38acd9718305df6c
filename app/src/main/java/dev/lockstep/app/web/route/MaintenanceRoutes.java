package dev.lockstep.app.web.route;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.doctor.Check;
import dev.lockstep.app.doctor.CheckUp;
import dev.lockstep.app.doctor.FindingsBody;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.body.BackupBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.TtlCache;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.RepositoryException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Routes for checks and backups. */
public final class MaintenanceRoutes {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final DateTimeFormatter FILE_NAME =
            DateTimeFormatter.ofPattern("'lockstep-'yyyyMMdd'T'HHmmss.SSS'Z.db'")
                    .withZone(ZoneOffset.UTC);

    private final TradingPlatform tradingPlatform;
    private final Path backups;
    private final InstantSource clock;
    private final TtlCache<TradingPlatform, List<Check>> checkUp;
    private final ReentrantLock backingUp = new ReentrantLock();

    /**
     * Creates the routes.
     *
     * @param backups the folder of backups, created with the first one
     */
    public MaintenanceRoutes(TradingPlatform tradingPlatform, Path backups, InstantSource clock) {
        this.tradingPlatform = tradingPlatform;
        this.backups = backups;
        this.clock = clock;
        this.checkUp = new TtlCache<>(LONGEST, clock, platform -> checks(platform, clock));
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/doctor", this::doctor);
        endpoints.change(HandlerType.POST, "/backup", this::backUp);
    }

    private Answer doctor(Context request) {
        Params.allow(request);
        return Answer.ok(FindingsBody.of(checkUp.of(tradingPlatform)));
    }

    /** Returns a store that cannot be read is a finding like another one. */
    private static List<Check> checks(TradingPlatform tradingPlatform, InstantSource clock) {
        try {
            return new CheckUp(clock).of(tradingPlatform, tradingPlatform.inspection().inspect());
        } catch (RepositoryException broken) {
            return List.of(
                    Check.of(
                            "database",
                            Finding.Severity.PROBLEM,
                            String.valueOf(broken.getMessage()),
                            "'lockstep doctor' shows details"));
        }
    }

    /** Writes a backup; the server chooses the file. */
    private Answer backUp(Context request) {
        Bodies.none(request);
        if (!backingUp.tryLock()) {
            throw new ProblemException(
                    Problem.coded(409, "busy", "another backup is being made; ask again later"));
        }
        try {
            Path folder = new DataFolder(backups).made().path();
            StoreBackup.Copy copy =
                    tradingPlatform
                            .storeUseCases()
                            .backup()
                            .backUp(folder.resolve(FILE_NAME.format(clock.instant())));
            return Answer.of(
                    201,
                    new BackupBody(
                            backups.getFileName() + "/" + copy.file().getFileName(),
                            copy.bytes(),
                            copy.orders()));
        } finally {
            backingUp.unlock();
        }
    }
}
