type Props = {
  /** SVG from `shared/charts`: every text in it is escaped where it is made. */
  readonly svg: string;
  readonly className?: string;
};

/** Puts a drawing of `shared/charts` on the screen. The only place that takes markup as text. */
export function SvgChart({ svg, className }: Props) {
  return (
    <div
      {...(className === undefined ? {} : { className })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing functions escape what people wrote.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
