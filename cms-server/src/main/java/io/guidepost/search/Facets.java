package io.guidepost.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hits can be narrowed down by, and how many would be left. Pay and months are counted as if they were not filtered by themselves, so
 * that another choice can be offered.
 *
 * @param types how many hits there are of each document type
 * @param skills the 20 skills that most guides among the hits need, most first
 * @param pay what the first salary bands begin with, in steps of round numbers, currency by currency; 20 at most
 * @param months how many months the change typically takes at most
 */
public record Facets(List<Count> types, List<Count> skills, List<PayCount> pay, List<MonthsCount> months) {

    /** There is nothing to be narrowed down. */
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Facets {
        types = List.copyOf(types);
        skills = List.copyOf(skills);
        pay = List.copyOf(pay);
        months = List.copyOf(months);
    }

    /** How many hits have a value. */
    public record Count(String value, long count) {}

    /**
     * How many guides pay so much to those who enter.
     *
     * @param currency the ISO 4217 code
     * @param atLeast in whole units a year
     * @param below in whole units a year
     */
    public record PayCount(String currency, int atLeast, int below, long count) {}

    /**
     * How many guides take so long to enter.
     *
     * @param from at least so many months
     * @param to at most so many; null: no bound
     */
    public record MonthsCount(int from, @Nullable Integer to, long count) {}
}
