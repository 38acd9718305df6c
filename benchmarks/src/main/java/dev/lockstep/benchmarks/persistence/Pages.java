package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Scores;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Benchmark of pages of orders from a small and a large database on disk. Each page is read through
 * the repository, by default 200 times a round.
 */
public final class Pages implements Part {
    private final Path folder;
    private final int few;
    private final int many;
    private final int reads;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder on the disk to measure
     * @param few number of orders in the small database
     * @param many number of orders in the large database
     * @param reads number of reads of each page in a round
     */
    public Pages(Path folder, int few, int many, int reads, Consumer<String> progress) {
        this.folder = folder;
        this.few = few;
        this.many = many;
        this.reads = reads;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        ManyOrders small = ManyOrders.made(folder.resolve("few.db"), few);
        ManyOrders large = ManyOrders.made(folder.resolve("many.db"), many);
        try (OpenStore smallStore = OpenStore.at(small.file());
                OpenStore largeStore = OpenStore.at(large.file())) {
            PageReads ofFew = new PageReads("", smallStore.repository(), few, reads);
            PageReads ofMany = new PageReads("", largeStore.repository(), many, reads);
            Scores scores = new Contest(PageReads.contestants(ofFew, ofMany), progress).run(rounds);
            return new BenchmarkOutcome("pages", scores, PageReads.findings(scores, ofMany, ofFew));
        }
    }
}
