package io.guidepost.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonBsonTest {

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void nothing_is_lost_on_the_way_to_bson_and_back() {
        ObjectNode written = (ObjectNode) json.readTree("""
                {"text": "“a”", "whole": 7, "long": 9007199254740993, "part": 2.5, "yes": true, "nothing": null,
                 "list": [1, "two", {"three": []}], "object": {"b": 1, "a": 2}}""");

        ObjectNode read = JsonBson.toJson(JsonBson.toBson(written));

        assertThat(read.toString()).isEqualTo(written.toString());
    }
}
