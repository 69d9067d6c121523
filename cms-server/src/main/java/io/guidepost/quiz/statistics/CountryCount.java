package io.guidepost.quiz.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many respondents come from a country.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param respondents how many
 */
public record CountryCount(String country, int respondents) {

    static List<CountryCount> of(Map<String, Integer> countries) {
        return countries.entrySet()
                .stream()
                .map(entry -> new CountryCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(CountryCount::respondents).reversed()
                        .thenComparing(CountryCount::country))
                .toList();
    }
}
