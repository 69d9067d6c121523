package io.guidepost.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Synonyms, ready to be found among words. */
final class SynonymGroups {

    static final SynonymGroups NONE = new SynonymGroups(List.of());

    /** The members of all groups by their first stems. */
    private final Map<String, List<Member>> members = new HashMap<>();

    SynonymGroups(List<List<String>> groups) {
        for (List<String> group : groups) {
            for (String member : group) {
                List<String> stems = Words.of(member).stream().map(Words::stem).toList();
                if (!stems.isEmpty()) {
                    members.computeIfAbsent(stems.getFirst(), _ -> new ArrayList<>()).add(new Member(stems, group
                            .stream().filter(other -> !other.equals(member)).toList()));
                }
            }
        }
    }

    /** A member of a group, and what it means the same as. */
    private record Member(List<String> stems, List<String> synonyms) {}

    /**
     * What stands at a place.
     *
     * @param length so many words
     * @param synonyms what means the same as these words
     */
    record Found(int length, List<String> synonyms) {}

    /** The longest member that stands at a place among stems, or else the one word there. A member of several groups has the synonyms of all. */
    Found at(List<String> stems, int at) {
        int longest = 1;
        List<String> synonyms = new ArrayList<>();
        for (Member member : members.getOrDefault(stems.get(at), List.of())) {
            int length = member.stems().size();
            if (length >= longest && at + length <= stems.size()
                    && stems.subList(at, at + length).equals(member.stems())) {
                if (length > longest) {
                    synonyms.clear();
                    longest = length;
                }
                member.synonyms().stream().filter(other -> !synonyms.contains(other)).forEach(synonyms::add);
            }
        }
        return new Found(longest, synonyms);
    }
}
