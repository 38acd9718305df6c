package dev.lockstep.app.backtest;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The files of a report, NAME.json and NAME.html. They are held from before the bot runs, so that
 * its result is not lost afterwards, and so that two backtests do not write to one file. An earlier
 * report stays until it is replaced.
 */
public final class ReportFiles implements AutoCloseable {
    private static final String JSON = ".json";
    private static final String HTML = ".html";

    private final Path json;
    private final Path page;
    private @Nullable FileChannel jsonFile;
    private @Nullable FileChannel pageFile;
    private boolean made;

    /**
     * Opens both files.
     *
     * @param name the name of both, with or without one of their endings
     * @throws CommandEnd if one cannot be written, or another backtest holds it
     */
    public ReportFiles(Path name) {
        String text = String.valueOf(name.getFileName());
        boolean ended = text.endsWith(JSON) || text.endsWith(HTML);
        String stem = ended ? text.substring(0, text.length() - JSON.length()) : text;
        json = name.resolveSibling(stem + JSON);
        page = name.resolveSibling(stem + HTML);
        made = Files.notExists(json);
        try {
            jsonFile = open(json);
            if (!locked(jsonFile)) {
                made = false;
                close();
                throw new CommandEnd(
                        ExitCode.USAGE,
                        "report: "
                                + json
                                + " is in use by another backtest (expected: another name)");
            }
            pageFile = open(page);
        } catch (IOException refused) {
            close();
            throw unwritable(refused);
        }
    }

    /** Returns the file of the JSON. */
    public Path json() {
        return json;
    }

    /** Returns the file of the page with charts. */
    public Path page() {
        return page;
    }

    /**
     * Writes the report.
     *
     * @throws CommandEnd if it cannot be written
     */
    public void write(BacktestResult result) {
        try {
            replace(jsonFile, new BacktestReport(result).json().toPrettyString() + "\n");
            replace(pageFile, new BacktestPage(result).html());
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    /** Releases both files; deletes new ones that have stayed empty. */
    @Override
    public void close() {
        try {
            boolean empty = jsonFile != null && jsonFile.size() == 0;
            if (jsonFile != null) {
                jsonFile.close();
            }
            if (pageFile != null) {
                pageFile.close();
            }
            if (made && empty) {
                Files.deleteIfExists(json);
                Files.deleteIfExists(page);
            }
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static void replace(@Nullable FileChannel file, String text) throws IOException {
        if (file != null) {
            file.truncate(0);
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
    }

    private CommandEnd unwritable(IOException refused) {
        return new CommandEnd(
                ExitCode.USAGE,
                "report: cannot write " + json + " and " + page + ": " + IoText.of(refused),
                refused);
    }
}
