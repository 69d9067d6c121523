package io.guidepost.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which package may use which; whatever is not named here may not. */
final class PackageRules {

    /** The packages that each package may use. {@code web}, the shared HTTP edge, is open to all that have controllers. */
    static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(Map.entry("content", List.of()),
            Map.entry("comparison", List.of("content")),
            Map.entry("checks", List.of("content")),
            Map.entry("storage", List.of()), Map.entry("memory", List.of()), Map.entry("background", List.of()),
            Map.entry("web", List.of()),
            Map.entry("security", List.of("storage", "web")),
            Map.entry("editorial",
                    List.of("audit", "background", "content", "comparison", "checks", "storage", "security", "web")),
            Map.entry("audit", List.of("storage", "security", "web")),
            Map.entry("release",
                    List.of("background", "audit", "content", "checks", "editorial", "memory", "storage", "security",
                            "web")),
            Map.entry("quiz", List.of("background", "content", "storage", "security", "web")),
            Map.entry("figures", List.of("content", "editorial", "quiz", "release", "security", "web")),
            Map.entry("outbound", List.of()),
            Map.entry("upkeep",
                    List.of("background", "content", "editorial", "outbound", "quiz", "release", "security", "storage",
                            "web")),
            Map.entry("notifications",
                    List.of("background", "editorial", "release", "security", "storage", "upkeep", "web")),
            Map.entry("webhooks",
                    List.of("audit", "background", "content", "outbound", "quiz", "release", "security", "storage",
                            "web")),
            Map.entry("index", List.of("background", "release", "security", "web")),
            Map.entry("search", List.of("content", "index", "release")),
            Map.entry("related",
                    List.of("background", "content", "index", "quiz", "release", "security", "storage", "web")),
            Map.entry("work", List.of("background", "checks", "content", "editorial", "security", "storage", "web")),
            Map.entry("delivery",
                    List.of("content", "editorial", "memory", "release", "quiz", "related", "search", "security",
                            "web")),
            Map.entry("seeding", List.of("audit", "quiz", "release", "security", "transfer")),
            Map.entry("transfer",
                    List.of("audit", "comparison", "content", "editorial", "release", "quiz", "security", "storage",
                            "web")),
            Map.entry("embedded", List.of("memory"))));

    private PackageRules() {}

    /** The table as a rule over the packages below a root. */
    static ArchRule below(String root) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(root + "..");
        for (String name : MAY_USE.keySet()) {
            layers = layers.optionalLayer(name).definedBy(Predicates.resideInAPackage(root + "." + name + ".."));
        }
        for (Map.Entry<String, List<String>> rule : MAY_USE.entrySet()) {
            layers = rule.getValue().isEmpty()
                    ? layers.whereLayer(rule.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(rule.getKey()).mayOnlyAccessLayers(rule.getValue().toArray(String[]::new));
        }
        return layers;
    }
}
