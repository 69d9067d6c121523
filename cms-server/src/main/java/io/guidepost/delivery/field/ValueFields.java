package io.guidepost.delivery.field;

import graphql.language.FieldDefinition;
import io.guidepost.content.Citation;
import io.guidepost.content.Figure;
import io.guidepost.content.Interval;
import io.guidepost.content.Provenance;
import io.guidepost.content.RichText;
import io.guidepost.delivery.edition.Edition;
import io.guidepost.delivery.reading.DocumentCount;
import io.guidepost.quiz.statistics.AnswerStatistics;
import io.guidepost.quiz.statistics.CoInterest;
import io.guidepost.quiz.statistics.CountryCount;
import io.guidepost.quiz.statistics.QuestionStatistics;
import io.guidepost.quiz.statistics.RoleStatistics;
import io.guidepost.quiz.statistics.SiteStatistics;
import io.guidepost.related.RelatedCareers.Career;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Redirect;
import io.guidepost.search.Facets;
import io.guidepost.search.Highlight;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of the fields of what the server makes itself: records whose components are named like the fields. */
final class ValueFields {

    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("RichText", RichText.class), Map.entry("Figure", Figure.class),
            Map.entry("Citation", Citation.class), Map.entry("RoleStatistics", RoleStatistics.class),
            Map.entry("Highlight", RoleHighlight.class), Map.entry("QuestionStatistics", QuestionStatistics.class),
            Map.entry("AnswerStatistics", AnswerStatistics.class),
            Map.entry("BackgroundStatistics", RoleBackground.class), Map.entry("Interval", Interval.class),
            Map.entry("Provenance", Provenance.class), Map.entry("CountryCount", CountryCount.class),
            Map.entry("CoInterest", CoInterest.class),
            Map.entry("SiteStatistics", SiteStatistics.class), Map.entry("Edition", Edition.class),
            Map.entry("RelatedCareers", Related.class), Map.entry("RelatedCareer", Career.class),
            Map.entry("PageInfo", Connection.PageInfo.class), Map.entry("Redirect", Redirect.class),
            Map.entry("SitePage", SitePage.class), Map.entry("DocumentCount", DocumentCount.class),
            Map.entry("Changes", ChangesPage.class), Map.entry("AffectedPage", LiveDocument.class),
            Map.entry("SearchResults", SearchPage.class), Map.entry("SearchHit", SearchPage.Hit.class),
            Map.entry("SearchHighlight", Highlight.class), Map.entry("HighlightPart", Highlight.Part.class),
            Map.entry("SearchFacets", Facets.class), Map.entry("TypeCount", Facets.Count.class),
            Map.entry("SkillCount", Facets.Count.class), Map.entry("PayCount", Facets.PayCount.class),
            Map.entry("MonthsCount", Facets.MonthsCount.class), Map.entry("Suggestions", SuggestionList.class),
            Map.entry("Suggestion", SuggestionList.Suggestion.class));

    private static final int MOST_ANSWERS = 100;

    private ValueFields() {}

    /** Whether the server makes the values of a type. */
    static boolean has(String type) {
        return recordOf(type) != null;
    }

    static FieldValue value(String type, FieldDefinition field) {
        return switch (type + "." + field.getName()) {
            case "Citation.source" -> new Link.ToOne(
                    (source, reading) -> reading.bySlug("Source", ((Citation) source).key()));
            case "RelatedCareer.guide" -> (source, arguments, reading) -> Documents.one(
                    reading.byId(((Career) source).documentId()), reading);
            case "Edition.documents" -> (source, arguments, reading) -> reading.counts();
            case "RoleStatistics.highlights" -> (source, arguments, reading) -> RoleHighlight
                    .of((RoleStatistics) source);
            case "RoleStatistics.byBackground" -> (source, arguments, reading) -> RoleBackground
                    .of((RoleStatistics) source);
            case "SiteStatistics.provenance" -> (source, arguments, reading) -> reading.siteProvenance();
            case "QuestionStatistics.answers" -> (source, arguments, reading) -> answers((QuestionStatistics) source,
                    arguments);
            case "SearchHit.guide" -> SearchPage.Hit.document("RoleGuide");
            case "SearchHit.faq" -> SearchPage.Hit.document("Faq");
            case "TypeCount.type", "SkillCount.skill" -> component(type, "value");
            default -> component(type, field.getName());
        };
    }

    private static List<AnswerStatistics> answers(QuestionStatistics question, Map<String, Object> arguments) {
        List<AnswerStatistics> answers = question.answers();
        return arguments.get("first") == null
                ? answers
                : answers.subList(0, Math.min(answers.size(), Arguments.first(arguments, MOST_ANSWERS)));
    }

    private static FieldValue component(String type, String field) {
        try {
            Method accessor = Objects.requireNonNull(recordOf(type)).getMethod(field);
            MethodHandle handle = MethodHandles.lookup().unreflect(accessor)
                    .asType(MethodType.methodType(Object.class, Object.class));
            return (source, arguments, reading) -> read(handle, source);
        } catch (ReflectiveOperationException missing) {
            throw new UnwiredFieldException(type, field, "its record has no such component");
        }
    }

    private static @Nullable Object read(MethodHandle accessor, Object source) {
        try {
            return (Object) accessor.invokeExact(source);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("An accessor of a record threw a checked exception", impossible);
        }
    }

    private static @Nullable Class<? extends Record> recordOf(String type) {
        if (type.endsWith("Connection")) {
            return Connection.class;
        }
        return type.endsWith("Edge") ? Connection.Edge.class : RECORDS.get(type);
    }
}
