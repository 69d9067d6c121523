/** As much of Eleventy as the site uses. */
declare module "@11ty/eleventy" {
  export interface Configuration {
    addGlobalData(name: string, value: unknown): void;
    addTemplateFormats(format: string): void;
    addExtension(extension: string, options: { key: string; compile(): (this: Template, data: unknown) => Promise<string> }): void;
    addPassthroughCopy(files: Record<string, string>): void;
  }

  interface Template {
    defaultRenderer(data: unknown): Promise<unknown>;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: { configPath: string; quietMode: boolean; config(configuration: Configuration): void });
    write(): Promise<unknown>;
  }
}
