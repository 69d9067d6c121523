package io.guidepost.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The document types that the schema files declare, by name. */
public final class ContentModel {

    private final SortedMap<String, DocumentType> types;

    private ContentModel(SortedMap<String, DocumentType> types) {
        this.types = Collections.unmodifiableSortedMap(types);
    }

    /**
     * Reads the content model.
     *
     * @param sdl the schema files, one after the other in any order
     * @throws FaultySchemaException if it does not describe a content model, with every fault found
     */
    public static ContentModel parse(String sdl) {
        var types = new TreeMap<String, DocumentType>();
        new ModelReader(sdl).documentTypes().forEach(type -> types.put(type.name(), type));
        return new ContentModel(types);
    }

    /** Every document type, by name. */
    public Collection<DocumentType> types() {
        return types.values();
    }

    /**
     * The document type of that name.
     *
     * @throws UnknownTypeException if there is none
     */
    public DocumentType type(String name) {
        return find(name).orElseThrow(() -> new UnknownTypeException(name, types.keySet()));
    }

    /** The document type of that name, if there is one. */
    public Optional<DocumentType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
