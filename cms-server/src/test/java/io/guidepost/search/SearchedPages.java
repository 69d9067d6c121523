package io.guidepost.search;

import io.guidepost.content.ContentModel;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.FakeLiveSites.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small site to be searched, with the fields of its documents that search reads. */
final class SearchedPages {

    static final ContentModel MODEL = ContentModel.parse(schema());

    final FakeLiveSites sites = new FakeLiveSites();

    /** Publishes what is given. */
    void publish(Published... documents) {
        sites.publish(Instant.EPOCH, List.of(documents));
    }

    /** Withdraws a document. */
    void withdraw(String id) {
        sites.withdraw(Instant.EPOCH, sites.latest().byId(id).orElseThrow());
    }

    /**
     * A guide.
     *
     * @param role its title
     * @param summary its description
     * @param intro what else it says, in Markdown
     * @param skills the names of its skills
     */
    static Published guide(String id, String role, String summary, String intro, List<String> skills, String currency,
            int pay, int months) {
        ObjectNode content = JsonMapper.shared().createObjectNode();
        content.put("role", role).put("roleWithArticle", "a " + role).put("title", "How to become a " + role)
                .put("description", summary);
        content.put("intro", intro);
        skills.forEach(skill -> content.withArray("skills").addObject().put("name", skill));
        content.putObject("timeline").putObject("typical").put("from", 1).put("to", months);
        ObjectNode salary = content.putObject("salary").put("currency", currency);
        salary.putArray("bands").addObject().put("low", pay).put("high", 2 * pay);
        return new Published("RoleGuide", id, id, role, content, List.of());
    }

    /** An FAQ. */
    static Published faq(String id, String question, String answer) {
        ObjectNode content = JsonMapper.shared().createObjectNode();
        content.put("question", question).put("answer", answer);
        return new Published("Faq", id, id, question, content, List.of());
    }

    private static String schema() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:guidepost/schema/**/*.graphqls")).map(SearchedPages::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
