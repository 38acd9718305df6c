package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simple names of classes: each belongs to one class, so that a reader knows what it means wherever
 * it stands. The simulator has a model of its own, whose orders are the exchange's.
 */
@Tag("slow")
final class SimpleNamesTest {
    private static final String EXCHANGE = "dev.lockstep.simulator";

    @Test
    void a_simple_name_belongs_to_one_class() {
        List<String> names =
                ProductionClasses.classes().stream()
                        .filter(ProductionClasses.HEXAGON.writtenClasses())
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getName)
                        .filter(name -> !Permit.within(EXCHANGE, name))
                        .filter(name -> !name.endsWith("package-info"))
                        .toList();

        assertThat(names).hasSizeGreaterThan(1_000);
        assertThat(usedTwice(names.stream())).isEmpty();
    }

    @Test
    void a_name_that_is_used_twice_is_found() {
        assertThat(usedTwice(Stream.of("a.Order", "b.Order", "b.Fill"))).containsExactly("Order");
    }

    private static Set<String> usedTwice(Stream<String> names) {
        return names
                .collect(
                        Collectors.groupingBy(
                                name -> name.substring(name.lastIndexOf('.') + 1),
                                Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
