package io.guidepost.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one import may bring. All of it is held in memory until it is checked.
 *
 * @param maxDocuments files
 * @param maxFile bytes of one file
 * @param maxInflated bytes of all files together, unpacked
 */
@ConfigurationProperties("guidepost.transfer")
record TransferProperties(@DefaultValue("20000") int maxDocuments, @DefaultValue("4MB") DataSize maxFile,
        @DefaultValue("128MB") DataSize maxInflated) {}
