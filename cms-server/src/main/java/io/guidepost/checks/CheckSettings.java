package io.guidepost.checks;

import io.guidepost.content.ContentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How strictly documents are checked.
 *
 * @param severities by document type, or {@code all}, and code; the type's own goes first
 * @param pages the address of a type's documents on the site, by type: {@code /guides/{slug}}
 * @param otherPages addresses of the site that no document has
 * @param title how many characters the field {@code title} of a document with a page has
 * @param description how many characters its field {@code description} has
 * @param reviewMonths how many months after it was read a source is due to be read again, where it does not say itself
 */
public record CheckSettings(Map<String, Map<String, Level>> severities, Map<String, String> pages,
        Set<String> otherPages, Bounds title, Bounds description, int reviewMonths) {

    /** The name under which severities for every type stand. */
    static final String ALL = "all";

    /** A severity, or none at all. */
    public enum Level {
        ERROR, WARNING, OFF
    }

    /** Numbers of characters, both included. */
    public record Bounds(int min, int max) {
        public Bounds {
            if (min < 0 || min > max) {
                throw new FaultyCheckSettingsException(
                        List.of("The least length, " + min + ", is below 0 or above the greatest, " + max + "."));
            }
        }
    }

    public CheckSettings {
        severities = Map.copyOf(severities);
        pages = Map.copyOf(pages);
        otherPages = Set.copyOf(otherPages);
        if (reviewMonths < 1) {
            throw new FaultyCheckSettingsException(List.of("Sources are reviewed every month at most."));
        }
    }

    /** What holds where nothing is configured. */
    public static CheckSettings defaults() {
        return new CheckSettings(Map.of(), Map.of("RoleGuide", "/guides/{slug}"), Set.of("/"), new Bounds(15, 70),
                new Bounds(70, 160), 12);
    }

    Optional<Severity> severity(String type, String code, Severity otherwise) {
        var level = level(type, code);
        if (level == null) {
            level = level(ALL, code);
        }
        return level == null ? Optional.of(otherwise) : switch (level) {
            case ERROR -> Optional.of(Severity.ERROR);
            case WARNING -> Optional.of(Severity.WARNING);
            case OFF -> Optional.empty();
        };
    }

    private @Nullable Level level(String type, String code) {
        return severities.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(type))
                .map(entry -> entry.getValue().get(code)).filter(level -> level != null).findFirst().orElse(null);
    }

    /** Refuses settings for types and codes that there are not. */
    void verify(ContentModel model, Set<String> codes) {
        var faults = new ArrayList<String>();
        severities.forEach((type, levels) -> {
            if (!type.equalsIgnoreCase(ALL) && model.types().stream()
                    .noneMatch(known -> known.name().equalsIgnoreCase(type))) {
                faults.add("severities." + type + ": there is no document type of that name.");
            }
            levels.forEach((code, level) -> {
                var place = "severities." + type + "." + code + ": ";
                if (!codes.contains(code)) {
                    faults.add(place + "there is no check of that code; there are " + String.join(", ", codes) + ".");
                } else if (ModelRules.CODES.contains(code) && level != Level.ERROR) {
                    faults.add(place + "a rule of the content model is always an error, not "
                            + level.name().toLowerCase(Locale.ROOT) + "; change the schema instead.");
                }
            });
        });
        pages.forEach((type, address) -> page(model, type, address).ifPresent(
                fault -> faults.add("pages." + type + ": " + fault)));
        if (!faults.isEmpty()) {
            throw new FaultyCheckSettingsException(faults);
        }
    }

    private static Optional<String> page(ContentModel model, String name, String address) {
        var type = model.find(name);
        if (type.isEmpty()) {
            return Optional.of("there is no document type of that name.");
        }
        boolean named = address.contains(Pages.SLUG);
        if (!address.startsWith("/") || named != type.get().slugField().isPresent()
                || address.indexOf(Pages.SLUG) != address.lastIndexOf(Pages.SLUG)) {
            return Optional.of("an address starts with / and holds " + Pages.SLUG
                    + " once, or not at all where there is only one document of the type; not " + address + ".");
        }
        return Optional.empty();
    }
}
