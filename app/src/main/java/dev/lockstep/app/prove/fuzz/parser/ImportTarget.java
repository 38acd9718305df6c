package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.prove.fuzz.connection.ScriptedDatabase;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.SqlMutator;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.imports.ImportListener;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportOrders;
import dev.lockstep.imports.ImportSummary;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.LegacyBooks;
import dev.lockstep.imports.ba2.Ba2Books;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Imports databases of another platform with mistakes in them. */
final class ImportTarget implements FuzzTarget {
    /** One database in this number has a damaged file. */
    private static final int ONE_IN_DAMAGED = 6;

    /** About the size of the file. */
    private static final int FILE_BYTES = 40_960;

    private static final List<String> SCRIPTS = List.of("ba2-2025.sql", "ba2-2026.sql");

    private static final ImportListener SILENT =
            new ImportListener() {
                @Override
                public void at(long done, long total) {}

                @Override
                public void note(ImportNote note) {}
            };

    private final List<List<String>> samples = SCRIPTS.stream().map(ImportTarget::script).toList();
    private final FuzzFolder folder = new FuzzFolder();
    private final FuzzClock clock = new FuzzClock();
    private final LegacyBooks books = new Ba2Books();

    private static List<String> script(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        ImportTarget.class.getResourceAsStream(
                                "/dev/lockstep/app/prove/fuzz/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " cannot be read", unreadable);
        }
    }

    @Override
    public FuzzInput input(SplittableRandom random) {
        int index = random.nextInt(samples.size());
        List<String> lines = SqlMutator.lines(samples.get(index), random);
        if (random.nextInt(ONE_IN_DAMAGED) == 0) {
            lines.add(damage(random));
        }
        return new FuzzInput(
                SCRIPTS.get(index), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String damage(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? ScriptedDatabase.CUT + random.nextInt(FILE_BYTES)
                : ScriptedDatabase.BYTE + random.nextInt(FILE_BYTES) + " " + random.nextInt(256);
    }

    @Override
    public boolean accepts(FuzzInput input) throws IOException, SQLException {
        Path file = folder.file("db.sqlite");
        ScriptedDatabase.make(file, input.text().lines().toList());
        boolean any = false;
        try (LegacyBook book = books.open(file)) {
            for (LegacyAccount account : book.contents().accounts()) {
                any |= imported(book, account);
            }
        }
        return any;
    }

    private boolean imported(LegacyBook book, LegacyAccount account) {
        ImportOrders orders = new ImportOrders(new InMemoryOrderRepository(), clock);
        ImportSummary rehearsed = orders.rehearse(book, account, SILENT);
        ImportSummary first = orders.run(book, account, SILENT);
        ImportSummary second = orders.run(book, account, SILENT);
        if (rehearsed.addedInAll() != first.addedInAll() || second.addedInAll() > 0) {
            throw new BrokenPropertyException(
                    "a dry run imports %d, the first run %d, the second %d"
                            .formatted(
                                    rehearsed.addedInAll(),
                                    first.addedInAll(),
                                    second.addedInAll()));
        }
        return first.addedInAll() > 0;
    }

    @Override
    public void close() {
        folder.close();
    }
}
