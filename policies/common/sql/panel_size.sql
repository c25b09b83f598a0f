/*
title: {zh: 专家人数不对, en: Wrong number of experts}
offence: {zh: 专家组的人数少于下限或多于上限, en: a panel has fewer experts than the least or more than the most allowed}
not_an_offence: {zh: 人数正好是下限或上限的, en: exactly the least or the most}
unknown: {zh: 没有写人数, en: the number of experts is not told}
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges: panels
needs: {panels: [claim_id, experts_count]}
parameters:
  minimum: {zh: 最少人数, en: least, unit: 人, type: integer}
  maximum: {zh: 最多人数, en: most, unit: 人, type: integer}
evidence:
  fewest_count: {zh: 最少的一组, en: smallest panel, unit: 人}
  most_count: {zh: 最多的一组, en: largest panel, unit: 人}
alert: {zh: "专家组 {fewest_count} 至 {most_count} 人", en: "panels of {fewest_count} to {most_count} experts"}
*/
SELECT p.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN count(p.experts_count) > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       min(p.experts_count) AS fewest_count,
       max(p.experts_count) AS most_count
FROM panels AS p
WHERE (p.experts_count >= $minimum AND p.experts_count <= $maximum) IS NOT TRUE
GROUP BY p.claim_id
