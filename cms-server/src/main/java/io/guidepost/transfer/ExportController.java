package io.guidepost.transfer;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Content as an archive of files. */
@RestController
@RequestMapping("/api/export")
@Tag(name = "Transfer", description = "Content as files, out and in")
class ExportController {

    static final String ZIP = "application/zip";

    private final ContentExport export;
    private final ContentModel model;

    ExportController(ContentExport export, ContentModel model) {
        this.export = export;
        this.model = model;
    }

    @GetMapping(produces = ZIP)
    @Operation(summary = "An archive of documents and the quiz, the same bytes for the same content")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void archive(Actor actor,
            @Parameter(description = "Only these document types, and not the quiz.") @RequestParam(defaultValue = "") List<String> types,
            @Parameter(description = "working: the working copies; live: what is live") @RequestParam(defaultValue = "working") String state,
            HttpServletResponse response) throws IOException {
        actor.require(Permission.READ);
        ContentExport.State wanted = state(state);
        List<DocumentType> chosen = types.stream().map(model::type).toList();
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"guidepost-content.zip\"");
        export.write(wanted, chosen, response.getOutputStream());
    }

    private static ContentExport.State state(String name) {
        for (ContentExport.State state : ContentExport.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        throw new MalformedTransferException("“state” must be working or live.");
    }
}
