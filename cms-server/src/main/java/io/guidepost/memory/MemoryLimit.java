package io.guidepost.memory;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * How much memory something may take.
 *
 * @param bytes how many bytes, 0 for none at all
 */
public record MemoryLimit(long bytes) {

    private static final String SHARE = "%";

    public MemoryLimit {
        if (bytes < 0) {
            throw new IllegalArgumentException("No memory can be of " + bytes + " bytes");
        }
    }

    /**
     * Reads a setting.
     *
     * @param setting a size such as {@code 64MB}, or a share of the largest heap that this process may have, such as {@code 15%}
     * @return the limit
     * @throws IllegalArgumentException if it is neither
     */
    public static MemoryLimit valueOf(String setting) {
        String trimmed = setting.trim();
        return new MemoryLimit(trimmed.endsWith(SHARE)
                ? ofHeap(trimmed.substring(0, trimmed.length() - SHARE.length()).trim(), setting)
                : size(trimmed, setting));
    }

    private static long size(String size, String setting) {
        try {
            return DataSize.parse(size).toBytes();
        } catch (IllegalArgumentException e) {
            throw faulty(setting, e);
        }
    }

    private static long ofHeap(String percent, String setting) {
        double share;
        try {
            share = Double.parseDouble(percent);
        } catch (NumberFormatException e) {
            throw faulty(setting, e);
        }
        if (!(share >= 0 && share <= 100)) {
            throw faulty(setting, null);
        }
        return (long) (Runtime.getRuntime().maxMemory() * share / 100);
    }

    private static IllegalArgumentException faulty(String setting, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'" + setting + "' is no limit of memory: a size such as 64MB, or a share of the heap such as 15%",
                cause);
    }
}
