package io.guidepost.content;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The document types that the SDL defines. */
public final class ContentModel {

    private final Map<String, DocumentType> types;

    private ContentModel(Map<String, DocumentType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /**
     * Reads a content model.
     *
     * @param sdl GraphQL SDL with the model's directives; types without {@code @document} that no document type uses are ignored
     * @return the model
     * @throws InvalidModelException if it is not SDL, or uses the directives where they mean nothing
     */
    public static ContentModel parse(String sdl) {
        TypeDefinitionRegistry registry;
        try {
            registry = new SchemaParser().parse(sdl);
        } catch (SchemaProblem malformed) {
            throw new InvalidModelException("The SDL is malformed: " + malformed.getMessage());
        }
        Map<String, DocumentType> types = new TreeMap<>(new ModelReader(registry).documentTypes());
        if (types.isEmpty()) {
            throw new InvalidModelException("The SDL defines no document type: no type has @document.");
        }
        return new ContentModel(types);
    }

    /** The document types, by name. */
    public Collection<DocumentType> types() {
        return types.values();
    }

    /** A document type, if there is one of that name. */
    public Optional<DocumentType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * A document type.
     *
     * @throws UnknownTypeException if there is none of that name
     */
    public DocumentType type(String name) {
        return find(name).orElseThrow(() -> new UnknownTypeException(name, types.keySet()));
    }
}
